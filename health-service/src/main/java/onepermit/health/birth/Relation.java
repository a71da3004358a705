package onepermit.health.birth;

import java.util.Arrays;
import onepermit.exchange.identity.Sex;

/** Relation of a parent to the child (GB/T 4761); the number stands in tables and tags. */
public enum Relation {
    FATHER(1, Sex.MALE),
    MOTHER(2, Sex.FEMALE);

    private final int code;
    private final Sex sex;

    Relation(int code, Sex sex) {
        this.code = code;
        this.sex = sex;
    }

    public int code() {
        return code;
    }

    public static Relation of(int code) {
        return Arrays.stream(values())
                .filter(relation -> relation.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no relation has the number " + code));
    }

    boolean fits(Sex ofParent) {
        return sex == ofParent;
    }
}
