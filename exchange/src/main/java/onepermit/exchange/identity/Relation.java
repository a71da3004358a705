package onepermit.exchange.identity;

import java.util.Arrays;

/** Relation of a parent to the child (GB/T 4761). */
public enum Relation {
    FATHER(1, Sex.MALE),
    MOTHER(2, Sex.FEMALE);

    private final int code;
    private final Sex sex;

    Relation(int code, Sex sex) {
        this.code = code;
        this.sex = sex;
    }

    /** The number in tables, tags and messages. */
    public int code() {
        return code;
    }

    public static Relation of(int code) {
        return Arrays.stream(values())
                .filter(relation -> relation.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no relation has the number " + code));
    }

    /** Whether a parent of this sex can stand in it. */
    public boolean fits(Sex ofParent) {
        return sex == ofParent;
    }
}
