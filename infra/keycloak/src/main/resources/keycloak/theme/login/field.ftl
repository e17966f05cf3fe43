<#-- One labelled field with its error; the error is tied to the field, so that it is read with it. -->
<#macro field name label type="text" value="" autocomplete="" hint="" error="" focus=false extra="">
    <div class="field<#if error?has_content> field--wrong</#if>">
        <label class="label" for="${name}">${label}</label>
        <#if hint?has_content><p class="hint" id="${name}-hint">${hint}</p></#if>
        <#if error?has_content><p class="wrong" id="${name}-error"><span class="unseen">Error: </span>${kcSanitize(error)?no_esc}</p></#if>
        <input class="input" id="${name}" name="${name}" type="${type}" value="${value}"
            <#if autocomplete?has_content>autocomplete="${autocomplete}"</#if>
            <#if type = "email">inputmode="email" spellcheck="false" autocapitalize="none"</#if>
            <#if hint?has_content || error?has_content>aria-describedby="<#if hint?has_content>${name}-hint </#if><#if error?has_content>${name}-error</#if>"</#if>
            <#if error?has_content>aria-invalid="true"</#if>
            <#if focus>autofocus</#if> ${extra?no_esc}>
    </div>
</#macro>
