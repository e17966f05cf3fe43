<#import "template.ftl" as layout>
<#import "field.ftl" as fields>
<#assign hints = {"email": msg("emailHint")} kinds = {"email": "email"} fills = {"email": "username", "firstName": "given-name", "lastName": "family-name"}>
<@layout.registrationLayout displayMessage=messagesPerField.exists('global') displayInfo=true; section>
    <#if section = "header">
        ${msg("registerTitle")}
    <#elseif section = "form">
        <form id="kc-register-form" action="${url.registrationAction}" method="post">
            <#list profile.attributes as attribute>
                <@fields.field name=attribute.name label=advancedMsg(attribute.displayName!attribute.name) type=(kinds[attribute.name]!'text')
                    value=(attribute.value!'') autocomplete=(fills[attribute.name]!'') hint=(hints[attribute.name]!'')
                    error=messagesPerField.get(attribute.name) focus=attribute?is_first />
            </#list>
            <#if passwordRequired??>
                <@fields.field name="password" label=msg("password") type="password" autocomplete="new-password" hint=msg("passwordHint")
                    error=messagesPerField.existsError('password')?then(messagesPerField.get('password'), '') />
                <@fields.field name="password-confirm" label=msg("passwordConfirm") type="password" autocomplete="new-password"
                    error=messagesPerField.existsError('password-confirm')?then(messagesPerField.get('password-confirm'), '') />
            </#if>
            <button class="button" type="submit">${msg("doRegister")}</button>
        </form>
    <#elseif section = "info">
        <p><a href="${url.loginUrl}">${msg("backToLogin")}</a></p>
    </#if>
</@layout.registrationLayout>
