"""The commands `palier import`, `structures`, `grant` and `revoke`: each yields lines to print, without a running bot."""
