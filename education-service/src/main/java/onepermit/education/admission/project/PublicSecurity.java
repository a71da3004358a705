package onepermit.education.admission.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import onepermit.education.admission.Answer;
import onepermit.education.admission.PermitHeld;
import onepermit.education.admission.Place;
import onepermit.exchange.decision.Bilingual;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.replica.Finding;
import onepermit.permit.v1.AddressPeriod;
import onepermit.permit.v1.Dwelling;
import onepermit.permit.v1.DwellingFact;
import onepermit.permit.v1.NameTagFact;
import onepermit.permit.v1.PermitFact;
import onepermit.permit.v1.ResidenceFact;

/** What public security's facts mean for an admission. */
final class PublicSecurity {
    static final String OWNED = "OWNED";
    private static final String LEASED = "REGISTERED_LEASE";

    private PublicSecurity() {}

    /** Every kind of registration counts, old temporary permits too (公通字[2015]38号). */
    static Answer<Place> residence(Witness witness) {
        Finding finding = witness.find("residence.registration");
        List<Stay> stays = new ArrayList<>();
        for (ResidenceFact fact : Witness.payloads(finding, ResidenceFact.parser())) {
            for (AddressPeriod period : fact.getPeriodsList()) {
                witness.addInCity(stays, period.getDivision(), period.getFrom(), period.getTo());
            }
        }
        int day = Dates.toCode(witness.terms().reckoning());
        int since = Stay.chainStart(stays, day);
        Place place = since == 0
                ? new Place(0, "")
                : new Place(Stay.months(since, witness.terms().reckoning()), Stay.divisionAt(stays, day));
        return witness.answer(finding, place, text(witness, place, since));
    }

    private static Bilingual text(Witness witness, Place place, int since) {
        if (since == 0) {
            return new Bilingual("无居住登记", "none");
        }
        LocalDate day = Dates.fromCode(since);
        return new Bilingual(day + "起居住，现在" + witness.zh(place.division()), place.division() + " since " + day);
    }

    /** The largest share of a home in the division applied in. */
    static Answer<Integer> homeShare(Witness witness) {
        Finding finding = witness.find("dwelling");
        int day = Dates.toCode(witness.terms().reckoning());
        int share = 0;
        for (DwellingFact fact : Witness.payloads(finding, DwellingFact.parser())) {
            for (Dwelling dwelling : fact.getDwellingsList()) {
                if (ownedHere(dwelling, witness, day)) {
                    share = Math.max(share, dwelling.getShareBp());
                }
            }
        }
        return witness.answer(finding, share, share(share));
    }

    /** A lease in the division applied in that is registered at the reckoning date. */
    static Answer<Boolean> leased(Witness witness) {
        Finding finding = witness.find("dwelling");
        int day = Dates.toCode(witness.terms().reckoning());
        boolean leased = Witness.payloads(finding, DwellingFact.parser()).stream()
                .flatMap(fact -> fact.getDwellingsList().stream())
                .anyMatch(dwelling -> dwelling.getKind().equals(LEASED) && here(dwelling, witness, day));
        return witness.answer(
                finding,
                leased,
                leased ? new Bilingual("本区有已备案租赁", "registered lease") : new Bilingual("本区无已备案租赁", "no lease"));
    }

    /** Of the city; a permit of another city counts nothing here. */
    static Answer<PermitHeld> permit(Witness witness) {
        Finding finding = witness.find("permit.status");
        int day = Dates.toCode(witness.terms().reckoning());
        PermitHeld held = new PermitHeld(false, 0);
        for (PermitFact fact : Witness.payloads(finding, PermitFact.parser())) {
            if (valid(fact, witness, day)) {
                int months =
                        Stay.months(fact.getYearsCountFrom(), witness.terms().reckoning());
                held = new PermitHeld(true, Math.max(held.months(), Math.max(0, months)));
            }
        }
        return witness.answer(
                finding,
                held,
                held.valid()
                        ? new Bilingual("居住证有效，" + held.months() + "个月", "valid, " + held.months() + " months")
                        : new Bilingual("无有效居住证", "none valid"));
    }

    private static boolean valid(PermitFact fact, Witness witness, int day) {
        boolean cancelled = fact.getCancelledOn() != 0 && fact.getCancelledOn() <= day;
        return witness.inCity(fact.getDivision())
                && fact.getIssuedOn() <= day
                && day <= fact.getEndorsedTo()
                && !cancelled;
    }

    private static Bilingual share(int share) {
        return share == 0
                ? new Bilingual("本区无自有住房", "none")
                : new Bilingual("产权份额万分之" + share, "share " + share + "/10000");
    }

    private static boolean ownedHere(Dwelling dwelling, Witness witness, int day) {
        return dwelling.getKind().equals(OWNED) && here(dwelling, witness, day);
    }

    private static boolean here(Dwelling dwelling, Witness witness, int day) {
        return dwelling.getDivision().equals(witness.terms().division().value())
                && new Stay(dwelling.getDivision(), dwelling.getFrom(), dwelling.getTo()).covers(day);
    }

    /** Without a name on record there is nothing to compare, which is not a mismatch. */
    static Answer<Boolean> nameMatches(Witness witness, byte[] tag) {
        Finding finding = witness.find("name.tag");
        List<NameTagFact> onRecord = Witness.payloads(finding, NameTagFact.parser());
        boolean matches = onRecord.isEmpty()
                || onRecord.stream()
                        .anyMatch(fact -> Arrays.equals(fact.getTag().toByteArray(), tag));
        return witness.answer(finding, matches, comparison(onRecord.isEmpty(), matches));
    }

    private static Bilingual comparison(boolean noRecord, boolean matches) {
        if (noRecord) {
            return new Bilingual("没有登记姓名", "no record");
        }
        return matches ? new Bilingual("一致", "match") : new Bilingual("不一致", "mismatch");
    }
}
