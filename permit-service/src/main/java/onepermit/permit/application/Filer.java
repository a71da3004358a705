package onepermit.permit.application;

import org.jspecify.annotations.Nullable;

/**
 * Who files an application.
 *
 * @param relative who files for the applicant; null unless the kind is RELATIVE
 * @param cannotCome the applicant cannot come, being old or disabled (Decree 663 art. 9)
 */
public record Filer(Kind kind, @Nullable Party relative, boolean cannotCome) {
    /** Nothing is filed yet. */
    public static final Filer NOT_ASKED = new Filer(Kind.NOT_ASKED, null, false);

    /** The codes of the word {@code filer.kind}. */
    public enum Kind {
        NOT_ASKED,
        SELF,
        RELATIVE,
        EMPLOYER
    }

    public static Filer self() {
        return new Filer(Kind.SELF, null, false);
    }

    public static Filer employer() {
        return new Filer(Kind.EMPLOYER, null, false);
    }

    public static Filer relative(Party relative, boolean cannotCome) {
        return new Filer(Kind.RELATIVE, relative, cannotCome);
    }
}
