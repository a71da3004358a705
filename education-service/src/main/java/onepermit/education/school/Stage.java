package onepermit.education.school;

import java.util.Arrays;
import java.util.Map;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;

/** Stage of schooling (学段). */
public enum Stage {
    /** 小学. */
    PRIMARY,
    /** 初中. */
    JUNIOR,
    /** 高中. */
    SENIOR,
    /** 中职. */
    VOCATIONAL,
    /** 大学. */
    UNIVERSITY;

    /** The words files may use. */
    public static final Map<String, Stage> WORDS = Map.of(
            "PRIMARY", PRIMARY,
            "小学", PRIMARY,
            "JUNIOR", JUNIOR,
            "初中", JUNIOR,
            "SENIOR", SENIOR,
            "高中", SENIOR,
            "VOCATIONAL", VOCATIONAL,
            "中职", VOCATIONAL,
            "UNIVERSITY", UNIVERSITY,
            "大学", UNIVERSITY);

    public static Stage read(String field, String text) {
        Stage stage = WORDS.get(text);
        if (stage == null) {
            throw new RefusalException(
                    Refusal.invalid("STAGE_UNKNOWN", field, "expected one of " + Arrays.toString(values())));
        }
        return stage;
    }
}
