package onepermit.education.admission;

/** The rules' words for the facts of one parent. */
record ParentWords(
        String parent,
        String role,
        String residenceMonths,
        String residenceDivision,
        String workMonths,
        String workDivision,
        String insuranceMonths) {
    static final ParentWords MAIN = of("main");
    static final ParentWords SECOND = of("second");

    private static ParentWords of(String parent) {
        return new ParentWords(
                parent,
                parent + ".role",
                parent + ".residence.months",
                parent + ".residence.division",
                parent + ".work.months",
                parent + ".work.division",
                parent + ".insurance.months");
    }
}
