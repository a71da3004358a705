package onepermit.exchange.catalogue.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import onepermit.exchange.testing.EducationRoad;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.RunningService;
import onepermit.exchange.v1.CatalogueEntry;
import onepermit.exchange.v1.CatalogueHitPlace;
import onepermit.exchange.v1.CatalogueServiceGrpc;
import onepermit.exchange.v1.CatalogueServiceGrpc.CatalogueServiceBlockingStub;
import onepermit.exchange.v1.FieldSensitivity;
import onepermit.exchange.v1.GetEntryRequest;
import onepermit.exchange.v1.ListEntriesRequest;
import onepermit.exchange.v1.ListEntriesResponse;
import onepermit.exchange.v1.SearchEntriesRequest;
import onepermit.exchange.v1.SharingClass;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogueEndpointTest {
    private final RunningService education = RunningService.start(EducationRoad.class);
    private final CatalogueServiceBlockingStub catalogue =
            education.as("supervisor", CatalogueServiceGrpc.newBlockingStub(education.channel()));

    @AfterAll
    void close() {
        education.close();
    }

    @Test
    void a_department_lists_what_all_departments_share_page_by_page() {
        ListEntriesResponse first = catalogue.listEntries(
                ListEntriesRequest.newBuilder().setPageSize(14).build());
        ListEntriesResponse second = catalogue.listEntries(ListEntriesRequest.newBuilder()
                .setPageToken(first.getNextPageToken())
                .build());

        assertThat(first.getEntriesList()).hasSize(14);
        assertThat(second.getEntriesList())
                .extracting(entry -> entry.getDataset().getId())
                .containsExactly(
                        "hukou.place",
                        "iit.months",
                        "immunisation.assessment",
                        "name.tag",
                        "permit.status",
                        "points.standard",
                        "residence.registration",
                        "si.months");
        assertThat(second.getNextPageToken()).isEmpty();
    }

    @Test
    void an_entry_says_class_fields_readers_and_defects() {
        CatalogueEntry entry = catalogue
                .getEntry(
                        GetEntryRequest.newBuilder().setDataset("hukou.kinship").build())
                .getEntry();

        assertThat(entry.getDataset().getSharingClass()).isEqualTo(SharingClass.SHARING_CLASS_CONDITIONAL);
        assertThat(entry.getSharingBasis().getEn()).contains("Decree 809");
        assertThat(entry.getFields(0).getPath()).isEqualTo("tags");
        assertThat(entry.getFields(0).getSensitivity()).isEqualTo(FieldSensitivity.FIELD_SENSITIVITY_SENSITIVE);
        assertThat(entry.getReaders(0).getPurposesList()).containsExactly("PURPOSE_SCHOOL_ADMISSION");
        assertThat(entry.getKnownDefectsList()).isNotEmpty();
    }

    @Test
    void words_of_either_language_find_entries_and_name_the_fields() {
        var hits = catalogue
                .searchEntries(SearchEntriesRequest.newBuilder().setText("补缴").build())
                .getHitsList();

        assertThat(hits).hasSize(1);
        assertThat(hits.getFirst().getEntry().getDataset().getId()).isEqualTo("si.months");
        assertThat(hits.getFirst().getPlace()).isEqualTo(CatalogueHitPlace.CATALOGUE_HIT_PLACE_FIELD);
        assertThat(hits.getFirst().getFieldsList()).containsExactly("back_paid");
    }

    @Test
    void an_unknown_dataset_is_not_found_and_an_empty_search_is_refused() {
        assertThat(Refused.by(() -> catalogue.getEntry(GetEntryRequest.newBuilder()
                                .setDataset("no.such")
                                .build()))
                        .reason())
                .isEqualTo("DATASET_UNKNOWN");
        assertThat(Refused.by(() -> catalogue.searchEntries(SearchEntriesRequest.getDefaultInstance()))
                        .code())
                .isEqualTo(Status.Code.INVALID_ARGUMENT);
    }
}
