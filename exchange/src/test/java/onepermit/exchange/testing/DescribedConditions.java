package onepermit.exchange.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Conditions over the dependencies of a class. */
final class DescribedConditions {
    private DescribedConditions() {}

    static ArchCondition<JavaClass> never(DescribedPredicate<Dependency> predicate) {
        return new ArchCondition<>("never " + predicate.getDescription()) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(predicate)
                        .forEach(found -> events.add(SimpleConditionEvent.violated(type, found.getDescription())));
            }
        };
    }
}
