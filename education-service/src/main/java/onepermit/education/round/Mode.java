package onepermit.education.round;

/** How a city decides who goes first. */
public enum Mode {
    /** Ranked by points (积分入学). */
    POINTS,
    /** No points are asked (就近入学). */
    NEAREST
}
