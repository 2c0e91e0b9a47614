import type { Span } from '../../source.js';
import type { Tree } from '../../tree.js';
import type { Unreadable } from '../system.js';
import { type JudgedSetting } from './settings/judge-setting.js';
import { type SettingsTool } from './settings/kinds.js';
/** A secret in a file of settings: of an application, of Terraform, of Ansible, or of a client program that logs in with it. */
export interface SettingSecret extends JudgedSetting {
    readonly tool: SettingsTool;
    /** Variables of the environment each of which takes its place. */
    readonly replacedBy: readonly string[];
    readonly at: Span;
}
/** The secrets in files of settings, without those that a file for production replaces, and the files that break. Never throws. */
export declare function settingSecretsOf(tree: Tree): {
    readonly secrets: readonly SettingSecret[];
    readonly unreadable: readonly Unreadable[];
};
