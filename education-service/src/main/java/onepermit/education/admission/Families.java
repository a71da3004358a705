package onepermit.education.admission;

/** Where the facts of families come from. */
public interface Families {

    /** Everything known of the persons of the question, read here once, and asked once where it is too old and the reach allows it. */
    FamilyFacts read(AdmissionQuestion question, Terms terms, Reach reach);
}
