package org.huiqi.web;

/**
 * What every answer is made with.
 *
 * @param places where to compute, shared by all addresses
 */
public record Desk(LiveBook live, ServerOptions options, Places places) {
    static Desk of(LiveBook live, ServerOptions options) {
        return new Desk(live, options, new Places(options.limits()));
    }
}
