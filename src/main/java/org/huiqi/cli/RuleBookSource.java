package org.huiqi.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.huiqi.assess.RuleBook;

/** Where commands get their rule book from. */
public interface RuleBookSource {

    /**
     * Loads the pack in {@code folder}, or the shipped one.
     *
     * @throws org.huiqi.problem.InvalidInputException with every problem of the pack
     */
    RuleBook load(Optional<Path> folder);
}
