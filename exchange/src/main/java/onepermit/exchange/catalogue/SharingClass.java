package onepermit.exchange.catalogue;

/** Sharing class of a dataset (Decree 809). */
public enum SharingClass {
    /** 无条件共享. */
    UNCONDITIONAL,
    /** 有条件共享. */
    CONDITIONAL,
    /** 不予共享. */
    NOT_SHARED
}
