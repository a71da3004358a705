package onepermit.social.points;

/** Gives filings their ids. */
interface FilingIds {

    String next();
}
