package onepermit.scenarios;

import java.util.List;

/**
 * A woman who does not exist and whom the departments know: she lives, works and is insured in Jimei, and her child is on no roll. What is hers
 * must stand in no answer to those who may not see it, and in nothing that the stack writes beside its databases.
 */
final class Canary {
    static final String NAME = "欧阳·金丝雀";
    static final String CHILD_NAME = "林·小金丝雀";
    static final String ADDRESS = "金丝雀路77号";
    final String id = SyntheticId.woman("1990-08-21");
    final String child = SyntheticId.woman("2019-03-02");

    Canary(City city) {
        city.knows(
                "permit",
                "person",
                "citizen_id,name,hukou_division,hukou_since",
                id + "," + NAME + ",360100,",
                child + "," + CHILD_NAME + ",360100,");
        city.knows("permit", "kinship", "child_id,parent_id,relation", child + "," + id + ",MOTHER");
        city.knows(
                "permit",
                "residence",
                "citizen_id,division,address,kind,from,to",
                id + ",350211," + ADDRESS + ",REGISTRATION,2020-08-01,");
        city.knows(
                "permit",
                "permit",
                "citizen_id,number,division,issued_on,endorsed_to,cancelled_on",
                id + ",C" + Math.abs(id.hashCode()) + ",350211,2021-08-01,2099-08-01,");
        city.knows(
                "social",
                "contribution",
                "citizen_id,place,kind,month,employer,base_fen,back_paid",
                id + ",350211,PENSION,2025-05,91990101MA0000007H,500000,false");
        city.knows("education", "school", "code,name,division,stage,seats", "JM-C,集美金丝雀小学,350211,PRIMARY,90");
        city.knows("education", "roll", "citizen_id,school,stage,from,to", child + ",JM-C,PRIMARY,2025-09-01,");
        city.knows("health", "dose", "citizen_id,vaccine,given_on,division", child + ",BCG,2019-03-03,350211");
    }

    /** What nobody may read who may not know her. */
    List<String> hers() {
        return List.of(id, child, NAME, CHILD_NAME, ADDRESS);
    }
}
