"""The command `palier import`: yields lines to print, without a running bot."""
