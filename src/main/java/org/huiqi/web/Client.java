package org.huiqi.web;

import io.javalin.http.Context;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Where a request comes from. */
public final class Client {
    private static final int LONGEST = 45;

    private Client() {}

    /** The address; behind a proxy the last one it wrote down, which the client cannot make up. */
    public static String address(Context ctx, ServerOptions options) {
        String forwarded = ctx.header("X-Forwarded-For");
        if (!options.proxied() || forwarded == null) {
            return ctx.req().getRemoteAddr();
        }
        String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        return last.length() <= LONGEST && last.matches("[0-9a-fA-F:.]+")
                ? last
                : ctx.req().getRemoteAddr();
    }

    /** Addresses one subscriber has for the taking count as one: a /64 of IPv6. */
    static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            java.util.Arrays.fill(bytes, Math.min(8, bytes.length), bytes.length, (byte) 0);
            return Inet6Address.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
