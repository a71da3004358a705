package onepermit.scenarios;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The right role, for another purpose, no case, or another division. */
class HostilePurposeTest extends Hostile {
    private static final String VERIFY = "/v1/admissions:verify";
    private static final String HISTORY = "/v1/contributions:history";
    private static final String RESIDENCE = "/v1/residences:get";
    private final String person = SyntheticId.woman("1988-05-04");
    private final String child = SyntheticId.woman("2019-05-06");

    @ParameterizedTest
    @MethodSource("purposes")
    void no_purpose_serves_for_another(Attempt attempt) {
        attempt.comesToNothing();
    }

    Stream<Attempt> purposes() {
        String admission = door.token("admission-officer", SIMING);
        String clerk = door.token("social-insurance-officer", "350200");
        String police = door.token("permit-officer", SIMING);
        String asked = admission(child, person);
        return Stream.of(
                attempt(
                        "months of insurance for a school",
                        () -> post(HISTORY, about(person, "SCHOOL_ADMISSION"), clerk),
                        "403 PURPOSE"),
                attempt(
                        "a school place for the operation of the exchange",
                        () -> post(VERIFY, asked.replace("SCHOOL_ADMISSION", "OPERATION"), admission),
                        "403 PURPOSE"),
                attempt(
                        "a residence for supervision",
                        () -> post(RESIDENCE, about(person, "SUPERVISION"), police),
                        "403 PURPOSE"),
                attempt(
                        "no purpose",
                        () -> post(RESIDENCE, about(person, "UNSPECIFIED"), police),
                        "400 PURPOSE_MISSING"),
                attempt(
                        "no context at all",
                        () -> post(RESIDENCE, "{\"citizenId\":\"" + person + "\"}", police),
                        "400 PURPOSE_MISSING"),
                attempt(
                        "a purpose by a number nobody gave out",
                        () -> post(RESIDENCE, about(person, "ERASURE").replace("\"PURPOSE_ERASURE\"", "77"), police),
                        "400 ENUM_UNKNOWN"),
                attempt(
                        "a purpose by a word nobody gave out",
                        () -> post(RESIDENCE, about(person, "CURIOSITY"), police),
                        "400 FIELD_TYPE"),
                attempt(
                        "no case",
                        () -> post(
                                RESIDENCE,
                                about(person, "RESIDENCE_REGISTRATION").replace("TEST-HOSTILE", ""),
                                police),
                        "400 CASE_REF_MISSING"),
                attempt(
                        "a sentence for a case",
                        () -> post(
                                RESIDENCE,
                                about(person, "RESIDENCE_REGISTRATION").replace("TEST-HOSTILE", "because I say so"),
                                police),
                        "400 FIELD_INVALID"),
                attempt(
                        "somebody's number for a case",
                        () -> post(
                                RESIDENCE,
                                about(person, "RESIDENCE_REGISTRATION").replace("TEST-HOSTILE", person),
                                police),
                        "400 CASE_REF_PERSONAL"));
    }

    @ParameterizedTest
    @MethodSource("divisions")
    void no_division_serves_for_another(Attempt attempt) {
        attempt.comesToNothing();
    }

    Stream<Attempt> divisions() {
        String siming = door.token("admission-officer", SIMING);
        String asked = admission(child, person);
        return Stream.of(
                attempt(
                        "a place in the district beside",
                        () -> post(VERIFY, asked.replace("350203", "350211"), siming),
                        "403 DIVISION"),
                attempt(
                        "a place in the whole city",
                        () -> post(VERIFY, asked.replace("350203", "350200"), siming),
                        "403 DIVISION"),
                attempt(
                        "a place in the country",
                        () -> post(VERIFY, asked.replace("350203", "000000"), siming),
                        "400 DIVISION_UNKNOWN"),
                attempt(
                        "a place by the beginning of a division",
                        () -> post(VERIFY, asked.replace("350203", "3502"), siming),
                        "400 DIVISION_UNKNOWN"),
                attempt(
                        "a child registered at an office of another province",
                        () -> post("/v1/residences:register", registration(), door.token("permit-officer", TONGZHOU)),
                        "403 DIVISION"));
    }

    private String registration() {
        return """
                {"requestId":"%s","citizenId":"%s","name":"林㛃","division":"350203","address":"某路1号","from":"2024-03-01",%s}""".formatted(UUID.randomUUID(), child, context("RESIDENCE_REGISTRATION"));
    }
}
