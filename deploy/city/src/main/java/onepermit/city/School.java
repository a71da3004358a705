package onepermit.city;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A school.
 *
 * @param number within its division, stage and ownership
 * @param seats in its first grade
 */
record School(String division, String stage, boolean publicSchool, int number, int seats) {
    private static final int OF_EACH = 4;
    private static final List<String> STAGES = List.of("PRIMARY", "JUNIOR", "SENIOR", "VOCATIONAL");

    /** Division, first letter of the stage, G for public 公办 or M for private 民办, number. */
    String code() {
        return division + stage.charAt(0) + (publicSchool ? "G" : "M") + "%02d".formatted(number);
    }

    String name() {
        return switch (stage) {
            case "PRIMARY" -> (publicSchool ? "第" : "民办育英第") + number + "小学";
            case "JUNIOR" -> (publicSchool ? "第" : "民办育英第") + number + "初级中学";
            case "SENIOR" -> (publicSchool ? "第" : "民办育英第") + number + "高级中学";
            default -> (publicSchool ? "第" : "民办育英第") + number + "职业中学";
        };
    }

    static School of(String division, String stage, boolean publicSchool, Dice dice) {
        return numbered(division, stage, publicSchool, 1 + dice.below(OF_EACH));
    }

    static School numbered(String division, String stage, boolean publicSchool, int number) {
        return new School(division, stage, publicSchool, number, publicSchool ? 180 : 90);
    }

    static Stream<School> all() {
        return Town.ALL.stream()
                .flatMap(town -> town.districts().stream())
                .flatMap(division -> STAGES.stream().flatMap(stage -> allOf(division, stage)));
    }

    private static Stream<School> allOf(String division, String stage) {
        return Stream.of(true, false)
                .flatMap(publicSchool -> IntStream.rangeClosed(1, OF_EACH)
                        .mapToObj(number -> numbered(division, stage, publicSchool, number)));
    }
}
