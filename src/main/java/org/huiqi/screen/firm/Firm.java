package org.huiqi.screen.firm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiqi.engine.Fact;
import org.huiqi.profile.Dictionary;
import org.huiqi.profile.Entry;
import org.huiqi.profile.Profile;

/**
 * One firm of a list. Its fact belongs to the reader, which fills it anew before long ({@link FirmReader#HELD}): whoever wants to keep a firm keeps its {@link #profile}.
 *
 * @param row as spreadsheets count
 * @param code official form of the unified social credit code
 * @param enterprise what it answered about itself
 * @param lists repeated facts by type; a type that is absent was never answered
 * @param given the profile as it came, where it says more than facts (a date of its own, reviews)
 */
public record Firm(
        String sheet,
        long row,
        String code,
        String name,
        Fact enterprise,
        Map<String, List<Fact>> lists,
        Map<String, List<Entry>> entries,
        Optional<Profile> given) {

    /** The same as a profile, for whoever wants words. */
    public Profile profile(Dictionary dictionary) {
        return given.orElseGet(
                () -> new Profile(Optional.empty(), new Entry("", answers(dictionary)), entries, List.of()));
    }

    private Map<String, Object> answers(Dictionary dictionary) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (int i = 0; i < dictionary.enterprise().fields().size(); i++) {
            Object value = enterprise.get(i);
            if (value != null && !dictionary.enterprise().fields().get(i).derived()) {
                answers.put(dictionary.enterprise().fields().get(i).name(), value);
            }
        }
        return answers;
    }
}
