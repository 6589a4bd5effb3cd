package coop.greffon.web.internal.role;

import java.util.List;

/**
 * A right that may be ticked.
 *
 * @param permission its name as programs know it
 * @param label what it allows
 */
public record RightBox(String permission, String label, boolean isChosen) {
    /**
     * The rights of one module.
     *
     * @param module what people call it
     */
    public record Group(String module, List<RightBox> rights) {}
}
