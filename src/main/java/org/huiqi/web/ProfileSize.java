package org.huiqi.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;

/**
 * How much one profile may hold over HTTP. Every product or tax period is judged and explained by itself, so an answer grows to a hundred
 * times its question: 10,000 products in 400 KB ask for more than a gigabyte.
 */
public final class ProfileSize {
    /** Products, projects, people, tax periods … of all lists together. */
    static final int MAX_SUBJECTS = 500;
    /** Elements of all arrays at any depth together. */
    static final int MAX_ELEMENTS = 5_000;

    private ProfileSize() {}

    /** @throws InvalidInputException if it holds more */
    public static void check(JsonNode profile) {
        int subjects = 0;
        for (JsonNode member : profile) {
            subjects += member.isArray() ? member.size() : 0;
        }
        if (subjects > MAX_SUBJECTS || elements(profile) > MAX_ELEMENTS) {
            throw new InvalidInputException(List.of(new Problem(
                    "$",
                    new Text(
                            "各列表(产品、所属期等)合计超过" + MAX_SUBJECTS + "项",
                            "all lists (products, tax periods …) together hold more than " + MAX_SUBJECTS
                                    + " elements"),
                    new Text("请分几次评估。", "Assess them in several requests."))));
        }
    }

    private static int elements(JsonNode node) {
        int elements = node.isArray() ? node.size() : 0;
        for (JsonNode child : node) {
            elements += child.isContainerNode() ? elements(child) : 0;
        }
        return elements;
    }
}
