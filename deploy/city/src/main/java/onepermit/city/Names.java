package onepermit.city;

import java.util.List;

/** Names of people who do not exist; some with rare characters, some with the dot of transcribed names. */
final class Names {
    private static final List<String> SURNAMES = List.of(
            "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗", "梁",
            "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "欧阳", "司马", "上官", "诸葛");
    private static final List<String> GIVEN = List.of(
            "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明", "超", "秀", "霞", "平", "刚",
            "桂", "英", "华", "玉", "兰", "建", "国", "文", "海", "子", "涵", "梓", "轩", "雨", "欣", "一", "诺", "浩", "然");

    /** Outside the everyday set, two of them outside the basic plane: systems lose them first. */
    private static final List<String> RARE = List.of("㛃", "䶮", "𬱖", "𠅤", "𬸚", "堃", "犇", "彧");

    private static final List<String> TRANSCRIBED =
            List.of("买买提·艾力", "古丽娜尔·吐尔逊", "阿依古丽·热合曼", "扎西·次仁", "巴特尔·苏和", "帕提曼·玉素甫", "多吉·旺堆", "娜仁·其木格");

    private Names() {}

    static String surname(Dice dice) {
        return dice.pick(SURNAMES);
    }

    static String of(String surname, Dice dice) {
        if (dice.chance(0.02)) {
            return dice.pick(TRANSCRIBED);
        }
        String first = dice.chance(0.01) ? dice.pick(RARE) : dice.pick(GIVEN);
        return surname + first + (dice.chance(0.7) ? dice.pick(GIVEN) : "");
    }
}
