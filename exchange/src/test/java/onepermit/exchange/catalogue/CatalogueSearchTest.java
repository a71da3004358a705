package onepermit.exchange.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import onepermit.exchange.catalogue.CatalogueSearch.Hit;
import onepermit.exchange.catalogue.CatalogueSearch.Place;
import org.junit.jupiter.api.Test;

class CatalogueSearchTest {
    private final Catalogue catalogue = CatalogueFile.shipped("onepermit.");
    private final CatalogueSearch search = new CatalogueSearch(catalogue, Descriptions.shipped(catalogue));

    @Test
    void a_name_is_found_in_chinese_and_in_english() {
        assertThat(ids("户籍")).startsWith("hukou.place");
        assertThat(ids("school roll")).startsWith("enrolment.record");
    }

    @Test
    void a_name_comes_before_a_field_and_a_field_before_a_definition() {
        List<Hit> hits = search.search("months");

        assertThat(hits).extracting(Hit::place).isSorted();
        assertThat(hits.getFirst().dataset().id()).isEqualTo("iit.months");
        assertThat(search.search("补缴")).extracting(Hit::place).containsExactly(Place.FIELD);
    }

    @Test
    void the_fields_that_hold_the_word_are_named() {
        assertThat(search.search("补缴").getFirst().fields()).containsExactly("back_paid");
    }

    @Test
    void all_words_must_be_found_in_any_case_and_width() {
        assertThat(ids("ＩＮＳＵＲＡＮＣＥ  months")).containsExactly("si.months");
        assertThat(ids("insurance hukou")).isEmpty();
        assertThat(ids("   ")).isEmpty();
    }

    private List<String> ids(String text) {
        return search.search(text).stream().map(hit -> hit.dataset().id()).toList();
    }
}
