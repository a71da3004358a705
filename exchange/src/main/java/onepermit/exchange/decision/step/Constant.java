package onepermit.exchange.decision.step;

/** A literal. */
record Constant(Object value) implements Step {

    @Override
    public Object run(Frame frame) {
        return value;
    }

    static boolean all(Step[] steps) {
        for (Step step : steps) {
            if (!(step instanceof Constant)) {
                return false;
            }
        }
        return true;
    }
}
