package onepermit.exchange.decision.step;

/** A variable of the rule set or of a loop. */
record Variable(int slot) implements Step {

    @Override
    public Object run(Frame frame) {
        Object value = frame.at(slot);
        if (value == null) {
            throw new NotForSteps("a variable of which nothing was said");
        }
        return value;
    }
}
