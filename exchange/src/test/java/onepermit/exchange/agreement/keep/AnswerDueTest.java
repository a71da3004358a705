package onepermit.exchange.agreement.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import onepermit.exchange.catalogue.CatalogueFile;
import onepermit.exchange.identity.WorkingDays;
import onepermit.exchange.v1.AgreementRequest;
import onepermit.exchange.v1.AgreementTerms;
import onepermit.exchange.v1.DatasetGrant;
import org.junit.jupiter.api.Test;

class AnswerDueTest {
    private final AnswerDue due = new AnswerDue(CatalogueFile.shipped("t."), WorkingDays.load());

    @Test
    void a_conditional_dataset_is_answered_in_ten_working_days_and_a_sunday_may_be_one() {
        assertThat(asked("2025-09-15", "dwelling", "permit.status").getDueOn()).isEqualTo("2025-09-28");
    }

    @Test
    void an_unconditional_dataset_is_answered_on_the_next_working_day() {
        assertThat(asked("2025-09-30", "permit.status").getDueOn()).isEqualTo("2025-10-09");
    }

    @Test
    void a_year_whose_working_days_are_not_announced_is_said_to_be_uncertain() {
        assertThat(asked("2025-09-15", "dwelling").getDueUncertain()).isFalse();
        assertThat(asked("2039-09-15", "dwelling").getDueUncertain()).isTrue();
    }

    private AgreementRequest asked(String on, String... datasets) {
        AgreementTerms.Builder terms = AgreementTerms.newBuilder();
        for (String dataset : datasets) {
            terms.addGrants(DatasetGrant.newBuilder().setDataset(dataset));
        }
        return due.request(terms.build(), "", LocalDate.parse(on));
    }
}
