package org.huiqi.profile;

import java.util.Optional;

/**
 * A reviewer's answer to a criterion that only a person can judge.
 *
 * @param criterion id of the criterion
 * @param subject key of the element it speaks of; empty: all subjects
 * @param met what the reviewer decided
 * @param by who, if given
 * @param at when, if given
 * @param note why, if given
 */
public record ReviewAnswer(
        String criterion,
        String subject,
        boolean met,
        Optional<String> by,
        Optional<String> at,
        Optional<String> note) {

    public boolean speaksOf(String otherCriterion, String otherSubject) {
        return criterion.equals(otherCriterion) && (subject.isEmpty() || subject.equals(otherSubject));
    }
}
