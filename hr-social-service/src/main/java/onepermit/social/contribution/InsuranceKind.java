package onepermit.social.contribution;

import java.util.Arrays;
import java.util.Optional;

/** Kind of social insurance (五险). The codes are stored and published. */
public enum InsuranceKind {
    /** 养老保险. */
    PENSION(1, "养老"),
    /** 医疗保险. */
    MEDICAL(2, "医疗"),
    /** 失业保险. */
    UNEMPLOYMENT(3, "失业"),
    /** 工伤保险. */
    WORK_INJURY(4, "工伤"),
    /** 生育保险. */
    MATERNITY(5, "生育");

    private final int code;
    private final String nameZh;

    InsuranceKind(int code, String nameZh) {
        this.code = code;
        this.nameZh = nameZh;
    }

    public int code() {
        return code;
    }

    public String nameZh() {
        return nameZh;
    }

    public static Optional<InsuranceKind> of(int code) {
        return Arrays.stream(values()).filter(kind -> kind.code == code).findFirst();
    }
}
