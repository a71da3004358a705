package onepermit.health.vaccination;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Vaccines of the national immunisation programme. */
public enum Vaccine {
    HEP_B("HepB", "乙肝"),
    BCG("BCG", "卡介苗"),
    IPV("IPV", "脊灰灭活"),
    B_OPV("bOPV", "脊灰减毒"),
    DTAP("DTaP", "百白破"),
    DT("DT", "白破"),
    MMR("MMR", "麻腮风"),
    JE_L("JE-L", "乙脑减毒"),
    JE_I("JE-I", "乙脑灭活"),
    MPSV_A("MPSV-A", "流脑A"),
    MPSV_AC("MPSV-AC", "流脑A+C"),
    HEP_A_L("HepA-L", "甲肝减毒"),
    HEP_A_I("HepA-I", "甲肝灭活");

    private final String code;
    private final String nameZh;

    Vaccine(String code, String nameZh) {
        this.code = code;
        this.nameZh = nameZh;
    }

    /** As stored, published and written in files. */
    public String code() {
        return code;
    }

    public String nameZh() {
        return nameZh;
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(Vaccine::code).toList();
    }

    public static Optional<Vaccine> of(String code) {
        return Arrays.stream(values())
                .filter(vaccine -> vaccine.code.equals(code))
                .findFirst();
    }
}
