/** Modules come, change and go while people and programs work: with the guest book, its later versions and a later version of members. */
package coop.greffon.itests.live;
