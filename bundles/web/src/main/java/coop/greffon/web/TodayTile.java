package coop.greffon.web;

import gg.jte.Content;
import java.util.Optional;

/** Extension point: a tile of the page of the day. */
public interface TodayTile {
    /**
     * The tile for whoever looks, one {@code section} element of class {@code tile}; empty where it does not concern them.
     *
     * @param visit who looks
     */
    Optional<Content> tile(Visit visit);
}
