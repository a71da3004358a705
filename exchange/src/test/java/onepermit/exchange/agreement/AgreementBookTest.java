package onepermit.exchange.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onepermit.exchange.catalogue.CatalogueFile;
import onepermit.exchange.v1.Purpose;
import org.junit.jupiter.api.Test;

class AgreementBookTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 3, 31);
    private Instant now = Instant.parse("2026-03-02T04:00:00Z");
    private final AgreementBook book = new AgreementBook(CatalogueFile.shipped("t."), clock());

    @Test
    void what_is_not_agreed_is_not_given() {
        book.replace(List.of(agreement(false, Optional.empty())));

        assertThat(given("education", Purpose.PURPOSE_SCHOOL_ADMISSION)).containsOnlyKeys("hukou.place");
        assertThat(given("education", Purpose.PURPOSE_SCHOOL_ROLL)).isEmpty();
        assertThat(given("health", Purpose.PURPOSE_SCHOOL_ADMISSION)).isEmpty();
    }

    @Test
    void the_days_are_days_in_china() {
        book.replace(List.of(agreement(false, Optional.empty())));

        now = Instant.parse("2026-03-31T15:59:00Z");
        assertThat(given("education", Purpose.PURPOSE_SCHOOL_ADMISSION)).isNotEmpty();
        now = Instant.parse("2026-03-31T16:00:00Z");
        assertThat(given("education", Purpose.PURPOSE_SCHOOL_ADMISSION)).isEmpty();
        assertThat(book.kept("education")).isEmpty();
        now = Instant.parse("2026-02-28T15:59:00Z");
        assertThat(given("education", Purpose.PURPOSE_SCHOOL_ADMISSION)).isEmpty();
        assertThat(book.kept("education")).as("a copy may be prepared").isNotEmpty();
    }

    @Test
    void suspended_gives_nothing_and_keeps_the_copy_and_revoked_keeps_none() {
        book.replace(List.of(agreement(true, Optional.empty())));
        assertThat(given("education", Purpose.PURPOSE_SCHOOL_ADMISSION)).isEmpty();
        assertThat(book.kept("education")).containsOnlyKeys("hukou.place");

        book.replace(List.of(agreement(false, Optional.of(now))));
        assertThat(given("education", Purpose.PURPOSE_SCHOOL_ADMISSION)).isEmpty();
        assertThat(book.kept("education")).isEmpty();
    }

    private Map<String, GivenFields> given(String consumer, Purpose purpose) {
        return book.given(consumer, purpose);
    }

    private static StandingAgreement agreement(boolean suspended, Optional<Instant> revoked) {
        return new StandingAgreement(
                "education",
                Map.of("hukou.place", Set.of("division"), "left.the.catalogue", Set.of("x")),
                Set.of(Purpose.PURPOSE_SCHOOL_ADMISSION),
                FIRST,
                LAST,
                suspended,
                revoked);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}
