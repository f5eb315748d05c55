package org.huiqi.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;

/**
 * One named case of {@code test-cases/}.
 *
 * @param file where it stands
 * @param name a sentence that could be false
 * @param profile base and own answers joined
 * @param expect what must come out
 */
public record TestCase(String file, String name, LocalDate asOf, JsonNode profile, JsonNode expect) {}
