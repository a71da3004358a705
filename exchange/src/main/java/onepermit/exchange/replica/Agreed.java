package onepermit.exchange.replica;

/** Whether an agreement gives a dataset for the purpose of the question, as far as is known here. */
public enum Agreed {
    /** It does, or the records are this department's own. */
    GIVEN,
    /** None in force does. */
    DENIED,
    /** Nothing was heard of the owner's agreements for too long: here nothing is given. The owner knows, and may be asked. */
    UNPROVEN
}
