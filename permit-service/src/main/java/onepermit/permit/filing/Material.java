package onepermit.permit.filing;

/**
 * A paper handed in.
 *
 * @param sha256 of its file, hex
 */
public record Material(String kind, String sha256) {}
