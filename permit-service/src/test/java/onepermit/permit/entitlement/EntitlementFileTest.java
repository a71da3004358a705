package onepermit.permit.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import onepermit.exchange.identity.DivisionCode;
import onepermit.permit.permit.PermitClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EntitlementFileTest {
    private static final DivisionCode CIXI = new DivisionCode("330282");

    static Stream<EntitlementPack> packs() {
        return read(text()).all().stream();
    }

    /** I13. */
    @ParameterizedTest
    @MethodSource("packs")
    void i13_every_pack_gives_six_services_and_seven_conveniences(EntitlementPack pack) {
        List<Entitlement> given = pack.gives(PermitClass.ORDINARY, 0);

        assertThat(given.stream().filter(e -> e.group().equals("SERVICE"))).hasSize(6);
        assertThat(given.stream().filter(e -> e.group().equals("CONVENIENCE"))).hasSize(7);
        assertThat(pack.document()).isNotBlank();
    }

    @Test
    void i13_a_pack_that_lacks_one_of_the_thirteen_does_not_load() {
        String lacking = text().replaceFirst("LEGAL_AID, OTHER_SERVICE,", "LEGAL_AID,");

        assertThatThrownBy(() -> read(lacking))
                .isInstanceOf(EntitlementsInvalid.class)
                .hasMessageContaining("OTHER_SERVICE");
    }

    @Test
    void a_code_that_is_no_entitlement_does_not_load() {
        assertThatThrownBy(
                        () -> read(text().replaceFirst("code: VALID_REGION_WIDE, source", "code: FREE_BEER, source")))
                .hasMessageContaining("'FREE_BEER' is not among the items");
    }

    /** Scenario 27; E01, E02, E03. */
    @Test
    void e01_e02_e03_in_cixi_the_class_made_the_difference_and_what_is_not_stated_is_unknown() {
        assertThat(inCixi(PermitClass.SKILLED, "UNEMPLOYMENT_INSURANCE").level())
                .isEqualTo(Level.YES);
        assertThat(inCixi(PermitClass.SKILLED, "PUBLIC_SCHOOL").detailEn()).contains("50 %");
        assertThat(inCixi(PermitClass.ORDINARY, "UNEMPLOYMENT_INSURANCE").level())
                .isEqualTo(Level.NO);
        assertThat(inCixi(PermitClass.ORDINARY, "EMPLOYEE_PENSION").level()).isEqualTo(Level.LOWER);
        assertThat(Stream.of("UNEMPLOYMENT_INSURANCE", "EMPLOYEE_PENSION", "MEDICAL_INSURANCE", "PUBLIC_SCHOOL")
                        .map(code -> inCixi(PermitClass.TEMPORARY, code).level()))
                .containsOnly(Level.UNKNOWN);
    }

    @Test
    void since_july_2016_there_is_one_permit_in_zhejiang() {
        EntitlementPack pack =
                read(text()).of(CIXI, LocalDate.parse("2016-07-01")).orElseThrow();

        assertThat(pack.id()).isEqualTo("ZJ-2016");
        assertThat(pack.gives(PermitClass.SKILLED, 0)).isEqualTo(pack.gives(PermitClass.ORDINARY, 0));
    }

    @Test
    void a03_before_the_decree_nothing_is_listed() {
        assertThat(read(text()).of(CIXI, LocalDate.parse("2015-12-31"))).isEmpty();
    }

    /** A10: what is tied to years of residence says how many, and is not yet given before. */
    @Test
    void a10_more_years_of_residence_open_what_is_tied_to_them() {
        String tied = text().replaceFirst("- \\{code: SETTLEMENT}", "- {code: SETTLEMENT, fromYears: 3}");
        EntitlementPack pack = read(tied)
                .of(new DivisionCode("350203"), LocalDate.parse("2025-01-01"))
                .orElseThrow();

        assertThat(settlement(pack, 2)).isEqualTo(Level.NOT_YET);
        assertThat(settlement(pack, 3)).isEqualTo(Level.YES);
    }

    private static Level settlement(EntitlementPack pack, int years) {
        return pack.gives(PermitClass.ORDINARY, years).stream()
                .filter(e -> e.code().equals("SETTLEMENT"))
                .findFirst()
                .orElseThrow()
                .level();
    }

    private static Entitlement inCixi(PermitClass permitClass, String code) {
        return read(text()).of(CIXI, LocalDate.parse("2016-03-01")).orElseThrow().gives(permitClass, 0).stream()
                .filter(e -> e.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static EntitlementPacks read(String text) {
        return EntitlementFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text() {
        try (InputStream text =
                Objects.requireNonNull(EntitlementFileTest.class.getResourceAsStream("/permit/entitlements.yaml"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
