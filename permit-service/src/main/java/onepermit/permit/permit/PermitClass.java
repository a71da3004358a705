package onepermit.permit.permit;

/** Class of a permit, where a city has classes. */
public enum PermitClass {
    /** 居住证; the only one where there are no classes. */
    ORDINARY,
    /** 临时居住证 (Cixi, until 2016-06-30). */
    TEMPORARY,
    /** 技术员工居住证 (Cixi, until 2016-06-30). */
    SKILLED,
    /** 高层次人才居住证. */
    HIGH_TALENT
}
