package onepermit.permit.dwelling;

/** By what right a person lives somewhere; each is a lawful stable dwelling (公通字〔2015〕38号). */
public enum DwellingKind {
    OWNED,
    REGISTERED_LEASE,
    DORMITORY
}
