package onepermit.city;

/** Makes the tags of pair and name datasets; needs the exchange's key, so the caller brings it. */
public interface Tags {

    /** @param relation number of {@code onepermit.permit.v1.Relation} */
    byte[] kinship(String child, int relation, String parent);

    byte[] name(String name);
}
