package org.huiqi.screen.judge;

import java.util.List;
import java.util.Map;
import org.huiqi.engine.Fact;

/**
 * A firm as the judge sees it.
 *
 * @param enterprise no other applicant's; the judge sets in it what he works out
 * @param lists repeated facts by type; a type that is absent was never answered
 */
public record Applicant(Fact enterprise, Map<String, List<Fact>> lists) {}
