package onepermit.city;

import static onepermit.city.Rows.text;

import java.util.List;
import java.util.stream.Stream;

/** The files of all departments, in the order in which each department can take them. */
final class CityFiles {
    private static final String ID = "公民身份号码";
    private static final String FROM = "起始日期";
    private static final String TO = "截止日期";

    private CityFiles() {}

    static Stream<CityFile> all() {
        return Stream.of(permit(), social(), education(), health()).flatMap(List::stream);
    }

    static List<CityFile> permit() {
        return List.of(
                CityFile.perResident("permit", "person", List.of(ID, "姓名", "户籍地", "户籍起始日"), Rows::person),
                CityFile.perResident(
                        "permit", "residence", List.of(ID, "居住地", "地址", "登记类型", FROM, TO), Rows::residence),
                CityFile.perHousehold(
                        "permit",
                        "kinship",
                        List.of("子女身份号码", "父母身份号码", "关系"),
                        home -> home.kin().stream().map(kin -> List.of(kin.child(), kin.parent(), kin.relation()))),
                CityFile.perResident(
                        "permit",
                        "dwelling",
                        List.of(ID, "所在地", "住所类型", FROM, TO, "份额万分比", "用途", "登记编号"),
                        Rows::dwelling),
                CityFile.perResident(
                        "permit", "permit", List.of(ID, "签发地", "证件编号", "签发日期", "签注有效期", "注销日期"), Rows::permit));
    }

    static List<CityFile> social() {
        return List.of(
                CityFile.perResident(
                        "social", "employment", List.of(ID, "用人单位", "工作地", FROM, TO, "灵活就业"), Rows::employment),
                CityFile.perResident(
                        "social",
                        "contribution",
                        List.of(ID, "参保地", "险种", "缴费月份", "用人单位", "缴费基数分", "补缴"),
                        Rows::contribution),
                CityFile.perResident("social", "wage-tax", List.of(ID, "纳税地", "税款所属月份"), Rows::wageTax));
    }

    static List<CityFile> education() {
        return List.of(
                CityFile.once(
                        "education",
                        "school",
                        List.of("学校代码", "学校名称", "所在地", "学段", "学位数", "公办"),
                        city -> School.all().map(Rows::school)),
                CityFile.perResident("education", "roll", List.of(ID, "学校代码", "学段", FROM, TO), Rows::roll));
    }

    static List<CityFile> health() {
        return List.of(
                CityFile.once(
                        "health",
                        "vaccination-unit",
                        List.of("接种单位编号", "接种单位名称", "所在地"),
                        city -> Town.ALL.stream()
                                .flatMap(town -> town.districts().stream())
                                .map(Rows::vaccinationUnit)),
                CityFile.perResident(
                        "health",
                        "dose",
                        List.of(ID, "疫苗", "接种日期", "接种单位所在地"),
                        person -> person.doses().stream()
                                .map(dose -> List.of(person.id(), dose.vaccine(), text(dose.on()), dose.division()))),
                CityFile.perResident("health", "family-planning", List.of(ID, "符合计划生育"), Rows::familyPlanning));
    }
}
