package onepermit.exchange.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.CatalogueFile;
import onepermit.permit.v1.Dwelling;
import onepermit.permit.v1.DwellingFact;
import org.junit.jupiter.api.Test;

class FieldCutTest {
    private final Catalogue catalogue = CatalogueFile.shipped("t.");

    @Test
    void what_is_not_given_is_absent_and_what_is_given_stays() throws Exception {
        byte[] cut = new FieldCut().cut(catalogue.dataset("dwelling"), fact().toByteArray(), given("dwellings.kind"));

        assertThat(DwellingFact.parseFrom(cut))
                .isEqualTo(DwellingFact.newBuilder()
                        .addDwellings(Dwelling.newBuilder().setKind("OWNED"))
                        .build());
    }

    @Test
    void nothing_given_leaves_nothing() {
        assertThat(new FieldCut().cut(catalogue.dataset("dwelling"), fact().toByteArray(), GivenFields.NONE))
                .isEmpty();
    }

    private static DwellingFact fact() {
        return DwellingFact.newBuilder()
                .addDwellings(Dwelling.newBuilder()
                        .setKind("OWNED")
                        .setDivision("350203")
                        .setFrom(20200101))
                .build();
    }

    private static GivenFields given(String... paths) {
        return new GivenFields(Set.of(paths), false);
    }
}
