package onepermit.social.pension;

import onepermit.exchange.identity.Sex;

/** Group of retirement age, named by the age before 2025. */
public enum RetirementGroup {
    MEN_60,
    WOMEN_55,
    WOMEN_50;

    /** Flexible workers among women belong to the 55 group [unverified], so that it is taken unless another is stated. */
    static RetirementGroup usual(Sex sex) {
        return sex == Sex.MALE ? MEN_60 : WOMEN_55;
    }

    boolean holds(Sex sex) {
        return (this == MEN_60) == (sex == Sex.MALE);
    }
}
