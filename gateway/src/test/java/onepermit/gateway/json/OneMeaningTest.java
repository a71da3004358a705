package onepermit.gateway.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneMeaningTest {

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", " {\"a\": [1, {\"a\": null}], \"b\": {\"a\": true}} ", "\"a\"", "-1.5e3"})
    void what_every_reader_reads_alike_passes(String json) {
        OneMeaning.require(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1,\"a\":1}", "{\"b\":[{\"a\":1,\"c\":2,\"\\u0061\":1}]}"})
    void a_field_stands_in_a_message_once(String json) {
        assertThat(refusal(json)).returns("FIELD_TWICE", Refusal::reason).returns("a", Refusal::field);
    }

    @Test
    void what_a_caller_made_up_for_a_name_is_not_said_back() {
        assertThat(refusal("{\"990101199506120117\":1,\"990101199506120117\":2}")
                        .field())
                .isEqualTo("…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{a:1}",
                "{'a':1}",
                "{\"a\":1} {\"b\":2}",
                "{\"a\":1}}",
                "{\"a\":1,}",
                "{\"a\":NaN}",
                "{\"a\":1 // no\n}",
                "{\"a\":1;\"b\":2}",
                "{\"a\":\"1",
                ""
            })
    void what_is_no_json_is_told_so(String json) {
        assertThat(refusal(json).reason()).isEqualTo("JSON_INVALID");
    }

    @Test
    void nothing_is_so_deep_that_it_ends_the_thread() {
        assertThat(refusal("[".repeat(200_000)).reason()).isEqualTo("JSON_INVALID");
        assertThat(refusal("{\"a\":".repeat(200_000)).reason()).isEqualTo("JSON_INVALID");
    }

    private static Refusal refusal(String json) {
        return catchThrowableOfType(RefusalException.class, () -> OneMeaning.require(json))
                .refusal();
    }
}
