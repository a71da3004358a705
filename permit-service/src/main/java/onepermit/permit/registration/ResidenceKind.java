package onepermit.permit.registration;

import java.util.Arrays;

/** What a period of residence was recorded by. */
public enum ResidenceKind {
    /** 居住登记, formerly 暂住登记. */
    REGISTRATION(1),
    /** 暂住证, abolished; its years count (公通字〔2015〕38号). */
    TEMPORARY_PERMIT(2),
    /** 居住登记卡 (Beijing). */
    REGISTRATION_CARD(3),
    /** 工作居住证 (Beijing); no registration, but proof of residence where a rule set accepts it. */
    WORK_PERMIT(4);

    private final int code;

    ResidenceKind(int code) {
        this.code = code;
    }

    /** The number in tables, facts and messages. */
    public int code() {
        return code;
    }

    public static ResidenceKind of(int code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of residence has the number " + code));
    }

    /** Is somebody with an open period of this kind registered? */
    public boolean registers() {
        return this == REGISTRATION || this == REGISTRATION_CARD;
    }
}
