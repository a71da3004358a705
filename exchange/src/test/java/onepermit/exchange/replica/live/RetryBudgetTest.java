package onepermit.exchange.replica.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetryBudgetTest {

    @Test
    void with_an_owner_that_never_answers_there_are_at_most_a_tenth_more_calls() {
        RetryBudget budget = new RetryBudget();
        int calls = 0;
        for (int asked = 1; asked <= 1_000; asked++) {
            budget.called();
            calls += budget.take() ? 2 : 1;
            assertThat(calls).isLessThanOrEqualTo(asked + asked / 10);
        }
        assertThat(calls).isEqualTo(1_100);
    }

    @Test
    void what_a_quiet_day_saves_does_not_become_a_storm() {
        RetryBudget budget = new RetryBudget();
        for (int asked = 0; asked < 100_000; asked++) {
            budget.called();
        }

        int retries = 0;
        while (budget.take()) {
            retries++;
        }
        assertThat(retries).isEqualTo(10);
    }
}
