package onepermit.social.transfer;

/** Gives transfers their ids. */
interface TransferIds {

    String next();
}
