package onepermit.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a household has lived, and how its members had that recorded: late, in two places, or not at all. */
final class Dwellings {
    private final Dice dice;
    private final Origin origin;
    private final long number;
    private final List<Stay> path;
    private final List<Integer> shares;

    Dwellings(Dice dice, Origin origin, long number) {
        this.dice = dice;
        this.origin = origin;
        this.number = number;
        this.path = path();
        this.shares =
                dice.pick(List.of(List.of(10_000, 0), List.of(5_000, 5_000), List.of(6_000, 4_000), List.of(3_000, 0)));
    }

    /** The earlier town of a household that has moved between cities; empty for others. */
    @Nullable
    Stay earlier() {
        return path.size() > 1
                        && !origin.town().districts().contains(path.getFirst().division())
                ? path.getFirst()
                : null;
    }

    private List<Stay> path() {
        List<Stay> stays = new ArrayList<>();
        LocalDate arrival = origin.arrival();
        if (origin.migrant() && dice.chance(0.15)) {
            Town before = Town.of(dice);
            if (!before.equals(origin.town())) {
                stays.add(Stay.open(before.districts().getFirst(), address(), arrival.minusDays(dice.between(200, 900)))
                        .until(arrival.minusDays(1)));
            }
        }
        LocalDate move = arrival.plusDays(dice.between(150, 900));
        if (dice.chance(0.2) && Calendar.past(move)) {
            stays.add(Stay.open(dice.pick(origin.town().districts()), address(), arrival)
                    .until(move.minusDays(1)));
            stays.add(Stay.open(origin.district(), address(), move));
        } else {
            stays.add(Stay.open(origin.district(), address(), arrival));
        }
        return stays;
    }

    private String address() {
        return "仅供测试路" + dice.between(1, 999) + "号" + dice.between(1, 30) + "栋" + dice.between(101, 3006) + "室";
    }

    /** What the police have recorded of one member; locals have their hukou here and need no registration. */
    List<Stay> recorded() {
        if (!origin.migrant() || dice.chance(0.04)) {
            return List.of();
        }
        int late = dice.chance(0.1) ? dice.between(20, 240) : dice.between(0, 3);
        return path.stream()
                .map(stay -> new Stay(
                        stay.division(), stay.address(), kind(stay), stay.from().plusDays(late), stay.to()))
                .filter(stay -> Calendar.past(stay.from())
                        && (stay.to() == null || !stay.to().isBefore(stay.from())))
                .toList();
    }

    private static String kind(Stay stay) {
        return stay.division().startsWith("11") ? "REGISTRATION_CARD" : "REGISTRATION";
    }

    List<PermitCard> permits(List<Stay> recorded, int member) {
        if (recorded.isEmpty() || dice.chance(0.4)) {
            return List.of();
        }
        LocalDate issued = recorded.getLast().from().plusDays(dice.between(190, 500));
        if (!Calendar.past(issued)) {
            return List.of();
        }
        LocalDate endorsed = issued.plusYears(1);
        boolean lapsed = dice.chance(0.05);
        while (!lapsed && Calendar.past(endorsed)) {
            endorsed = endorsed.plusYears(1);
        }
        String card = "R" + origin.district() + "%08d%d".formatted(number, member);
        LocalDate cancelled = dice.chance(0.01) ? Calendar.earlier(issued.plusDays(100), Calendar.TODAY) : null;
        return List.of(new PermitCard(origin.district(), card, issued, endorsed, cancelled));
    }

    /** @param adult first or second adult of the household, from 0 */
    List<Home> homes(int adult) {
        int kind = (int) Math.floorMod(number * 7 + path.size(), 100L);
        LocalDate from = origin.arrival().plusDays(30);
        String registerNo = "D" + origin.district() + "%08d".formatted(number);
        if (!Calendar.past(from)) {
            return List.of();
        }
        if (kind < 25) {
            int share = shares.get(adult);
            String usage = kind == 0 ? "COMMERCIAL_RESIDENTIAL" : "RESIDENTIAL";
            return share == 0
                    ? List.of()
                    : List.of(new Home(origin.district(), "OWNED", from, null, share, usage, registerNo));
        }
        if (!origin.migrant() || kind >= 85) {
            return List.of();
        }
        String lease = kind < 75 ? "REGISTERED_LEASE" : "DORMITORY";
        return List.of(new Home(origin.district(), lease, from, null, 0, "RESIDENTIAL", registerNo));
    }
}
