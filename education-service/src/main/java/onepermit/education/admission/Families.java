package onepermit.education.admission;

/** Where the facts of families come from. */
public interface Families {

    /** Everything known here of the persons of the question, read once. */
    FamilyFacts read(AdmissionQuestion question, Terms terms);
}
