package coop.greffon.core.problem;

import coop.greffon.core.message.Text;

/** The caller is known and lacks a permission, which is named as people name it. */
public final class Forbidden extends Problem {
    private static final long serialVersionUID = 1L;

    /**
     * @param permission the permission that lacks, such as {@code members.member.edit}
     */
    public Forbidden(String permission) {
        super(Kind.FORBIDDEN, Text.of("core.problem.forbidden", Text.of(permission)));
    }

    /**
     * @param why what keeps the caller out, whatever they may do
     */
    public Forbidden(Text why) {
        super(Kind.FORBIDDEN, why);
    }
}
