package onepermit.city;

/** A recorded parent of a child; {@code relation} is FATHER or MOTHER. */
record Kin(String child, String parent, String relation) {}
